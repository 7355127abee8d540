"""The words of the HTML pages, in both languages."""

from __future__ import annotations

from autograder.text import Text

PHRASES: dict[str, Text] = {
    "all": Text(en="all", ja="すべて"),
    "earlier": Text(en="← Earlier rows", ja="← 前の行"),
    "hardest": Text(en="What to go over again", ja="もう一度説明するとよいところ"),
    "identical": Text(
        en="The same code handed in (spaces apart; a fact, not a judgement)",
        ja="同じコードの提出 (空白の違いを除く。事実だけで、判断はしません)",
    ),
    "later": Text(en="Later rows →", ja="次の行 →"),
    "more": Text(en="and {n} more", ja="ほか {n} 人"),
    "none": Text(en="none", ja="なし"),
    "passed_of": Text(
        en="{percent} % passed ({passed} of {total})",
        ja="合格 {percent} % ({total} 人中 {passed} 人)",
    ),
    "time": Text(en="Time a submission", ja="採点時間 (提出 1 件)"),
    "time_facts": Text(
        en="median {median} s, longest {slowest} s:", ja="中央値 {median} 秒、最長 {slowest} 秒:"
    ),
    "unchecked": Text(
        en="Could not be checked through: somebody has to look",
        ja="最後まで確認できなかった提出 (人が見る必要があります)",
    ),
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
        en="Final validation accuracy far below the class (below {floor})",
        ja="最後の検証データの精度がクラスから大きく外れた学生 ({floor} 未満)",
    ),
    "pass_rates": Text(en="Pass rates", ja="合格率"),
    "passed": Text(en="Passed", ja="合格"),
    "points": Text(en="points", ja="点"),
    "reflections": Text(en="Written answers, marked by a person", ja="記述の解答 (人が採点します)"),
    "no_answer": Text(en="(no answer)", ja="(解答なし)"),
    "results": Text(en="All results", ja="全員の結果"),
    "rows": Text(
        en="{first} to {last} of {found} rows ({all} in all)",
        ja="{found} 行のうち {first}〜{last} 行目 (全部で {all} 行)",
    ),
    "score": Text(en="Score", ja="得点"),
    "seconds": Text(en="seconds", ja="秒"),
    "seconds_head": Text(en="Seconds", ja="秒"),
    "skip": Text(en="Skip to the results", ja="結果へ進む"),
    "student": Text(en="Student", ja="学生"),
    "submissions": Text(en="Submissions: {n}", ja="提出 {n} 件"),
    "task": Text(en="Task", ja="課題項目"),
    "unknown": Text(en="could not check", ja="確認不可"),
    "why": Text(en="Why", ja="理由"),
}


def phrases(lang: str) -> dict[str, str]:
    """All words in one language, for a template."""
    return {name: text[lang] for name, text in PHRASES.items()}
