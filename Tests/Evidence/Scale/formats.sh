#!/bin/sh
# `score` over 1 GB of a JSON array, of {"data": [...]} and of CoNLL-U: at most 300 MiB resident, at half the speed of JSON lines or more.
. "$(dirname "$0")/common.sh"
model
megabytes=${MEGABYTES:-1000}
corpus "lines$megabytes.jsonl" "$megabytes" --language both
lines=$WORK/lines$megabytes.jsonl
"$PYTHON" - "$lines" "$WORK/formats.json" "$WORK/formats.data.json" "$WORK/formats.conllu" "$megabytes" <<'END'
import json, sys
source, array, data, conllu, megabytes = sys.argv[1:]
with open(source) as records, open(array, "w") as array, open(data, "w") as data, open(conllu, "w") as conllu:
    array.write("["); data.write('{"version": "1", "data": [')
    for number, line in enumerate(records):
        comma = ",\n" if number else ""
        array.write(comma + line.rstrip("\n")); data.write(comma + line.rstrip("\n"))
        if conllu.tell() < int(megabytes) * 10**6:
            text = json.loads(line)["text"]
            words = text.split() if " " in text else list(text)
            conllu.write(f"# sent_id = {number}\n# text = {' '.join(words)}\n")
            conllu.writelines(f"{k}\t{word}\t{word}\tNOUN\t_\t_\t0\troot\t_\t_\n" for k, word in enumerate(words, 1))
            conllu.write("\n")
    array.write("]\n"); data.write("]}\n")
END
for file in "$lines" "$WORK/formats.json" "$WORK/formats.data.json" "$WORK/formats.conllu"; do
    measured "score $(basename "$file")" "$(bytes_of "$file")" "$TEXTSHIFT" score --model "$WORK/m.model" --quiet "$file"
done
rm -f "$WORK/formats.json" "$WORK/formats.data.json" "$WORK/formats.conllu"
