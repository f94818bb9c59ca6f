"""Answers that mark the ends of the scale: python3 bounds.py gold|first|refuse FOLDER > answers.jsonl"""

import json
import pathlib
import sys

kind, folder = sys.argv[1], pathlib.Path(sys.argv[2])
first = min(file.relative_to(folder).as_posix() for file in folder.rglob("*.md"))
for line in open(folder / "questions.jsonl", encoding="utf-8"):
    question = json.loads(line)
    answer, places = None, [first]
    if kind == "gold":
        asks_back = question["type"] == "ambiguous"
        answer = f"Which {question['answer']}?" if asks_back else question["answer"]
        places = [{key: each[key] for key in ("document", "start", "end")} for each in question["evidence"]]
    elif kind == "first":
        answer = (folder / first).read_bytes().decode()
    print(json.dumps({"id": question["id"], "answer": answer, "retrieved": places, "citations": places}))
