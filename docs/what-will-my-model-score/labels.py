import json

read = lambda path: [json.loads(line) for line in open(path, encoding="utf-8")]
predicted = {row["id"]: row["prediction"] for row in read("test-predictions.jsonl")}
truth = json.load(open("corpora/truth.json", encoding="utf-8"))["test_label"]      # in your case: people
with open("labelled.jsonl", "w", encoding="utf-8") as out:
    for row in read("to-label/label-first.jsonl"):
        row["accuracy"] = int(predicted[row["id"]] == truth[row["id"]])
        print(json.dumps(row, ensure_ascii=False), file=out)
