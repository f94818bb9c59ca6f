"""Answers each question with the sentence that shares most words with it: python3 baseline.py FOLDER > answers.jsonl"""

import collections
import json
import math
import pathlib
import re
import sys

ENOUGH = 0.9  # of a question's names, by weight: where the sentence has fewer, nothing is answered
COUNT, MONEY, DATE = r"(?<![-\d,.])\d[\d,]*\b(?!\.\d)", r"\d[\d,]*\.\d\d\b", r"\d+ [A-Z][a-z]+ \d{4}"


def words(text):
    return set(re.findall(r"[^\W\d]+|\d[\d,.]*\d|\d", text.lower()))


folder = pathlib.Path(sys.argv[1])
sentences = []  # where it stands, what it says, its words and those of the document's title
for file in sorted(folder.rglob("*.md")):
    text = file.read_bytes().decode()
    title = words(re.search(r"(?m)^# .*$", text)[0])
    for paragraph in re.finditer(r"(?m)^[^#\n-].*$", text):
        for each in re.finditer(r"\S.*?(?:[.?!](?= )|$)", paragraph[0]):
            start = paragraph.start() + each.start()
            span = {"document": file.relative_to(folder).as_posix(), "start": start, "end": start + len(each[0])}
            sentences.append((span, each[0], words(each[0]) | title))
seen = collections.Counter(word for _, _, has in sentences for word in has)

for question in map(json.loads, open(folder / "questions.jsonl", encoding="utf-8")):
    asked = question["question"]
    names = words(" ".join(re.findall(r"(?<!^)\b[A-Z0-9]\S*", asked)))
    weight = {word: math.log(len(sentences) / seen[word]) * (1 if word in names else 0.3) for word in words(asked) & set(seen)}
    ranked = sorted(sentences, key=lambda each: -math.fsum(weight.get(word, 0) for word in each[2]))
    span, sentence, has = ranked[0]
    form = MONEY if re.search("revenue|price", asked) else DATE if re.match("When|By which", asked) else COUNT
    figures = [each for each in re.findall(form, sentence) if each not in asked]
    answer = max(figures, key=len, default=sentence)
    if math.fsum(weight.get(word, 0) for word in names & has) < ENOUGH * math.fsum(weight.get(word, 0) for word in names):
        answer = None
    print(json.dumps({"id": question["id"], "answer": answer, "retrieved": [each[0] for each in ranked[:10]], "citations": [span]}))
