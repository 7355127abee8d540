"""The words of the HTML pages, in both languages."""

from __future__ import annotations

from autograder.text import Text

PHRASES: dict[str, Text] = {
    "assignment": Text(en="Assignment", ja="課題"),
    "back": Text(en="Class report", ja="クラスの一覧"),
    "check": Text(en="Check", ja="確認項目"),
    "checks": Text(en="Checks", ja="確認の結果"),
    "class": Text(en="Class report", ja="クラスの採点結果"),
    "commonest": Text(en="Commonest reason", ja="いちばん多い理由"),
    "contents": Text(en="Contents", ja="目次"),
    "curves": Text(en="Your learning curves", ja="あなたの学習曲線"),
    "empty": Text(en="No submission was graded.", ja="採点した提出はありません。"),
    "filter": Text(en="Show only rows with", ja="次の語を含む行だけを表示"),
    "graded_by": Text(en="Graded by neural-kata", ja="採点: neural-kata"),
    "hint": Text(en="Hint", ja="ヒント"),
    "mean": Text(en="mean", ja="平均"),
    "median": Text(en="median", ja="中央値"),
    "next": Text(en="Next step", ja="次にすること"),
    "no_message": Text(en="none failed", ja="なし"),
    "notes": Text(en="Notes on the submission", ja="提出物について"),
    "number": Text(en="{n} ×", ja="{n} 件"),
    "outcome": Text(en="Outcome", ja="結果"),
    "outliers": Text(
        en="Final validation accuracy far below the class:",
        ja="最後の検証データの精度が大きく外れた学生:",
    ),
    "pass_rates": Text(en="Pass rates", ja="合格率"),
    "passed": Text(en="Passed", ja="合格"),
    "points": Text(en="points", ja="点"),
    "reflections": Text(en="Written answers, marked by a person", ja="記述の解答 (人が採点します)"),
    "no_answer": Text(en="(no answer)", ja="(解答なし)"),
    "results": Text(en="All results", ja="全員の結果"),
    "rows": Text(en="rows shown", ja="行を表示"),
    "score": Text(en="Score", ja="得点"),
    "seconds": Text(en="seconds", ja="秒"),
    "seconds_head": Text(en="Seconds", ja="秒"),
    "skip": Text(en="Skip to the results", ja="結果へ進む"),
    "student": Text(en="Student", ja="学生"),
    "submissions": Text(en="submissions", ja="件の提出"),
    "task": Text(en="Task", ja="課題項目"),
    "unknown": Text(en="could not check", ja="確認不可"),
    "why": Text(en="Why", ja="理由"),
}


def phrases(lang: str) -> dict[str, str]:
    """All words in one language, for a template."""
    return {name: text[lang] for name, text in PHRASES.items()}
