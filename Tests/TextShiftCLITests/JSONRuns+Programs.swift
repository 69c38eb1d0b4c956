import Testing
import TestSupport

extension JSONRuns {
    /// What a program reads that runs textshift.
    mutating func programs() throws {
        let outcome = try Program.shell(
            #"""
            set -e
            for options in "" "--fit-rows 60"; do
                "$0" analyze train.jsonl test.jsonl $options --report r.json --figures f.jsonl --force --events 3 3>>events > /dev/null
                cat f.jsonl >> figures; cat r.json >> reports
            done
            for method in resample weighted; do "$0" split shift --method $method --figures - >> positions; done
            "$0" analyze none.jsonl test.jsonl --events 3 3>>events || true
            "$0" analyze train.jsonl --seed x --events 3 3>>events || true
            printf '{"text": "a"}\n{"text": "b",,}\n' > bad.jsonl
            "$0" analyze bad.jsonl test.jsonl --events 3 3>>events || true
            """#, in: folder)
        #expect(outcome.status == 0, "\(outcome.errors)")
        for (file, heading) in [("figures", "figures"), ("positions", "positions"), ("events", "events")] {
            try tables.holdLines(folder.read(file), heading)
        }
    }
}
