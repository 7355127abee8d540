"""JUnit XML: the format that continuous integration servers show as test results."""

from __future__ import annotations

import xml.etree.ElementTree as ET
from collections.abc import Iterable

from autograder.report import CheckResult, Report
from autograder.reports import words
from autograder.reports.summary import in_order, points
from autograder.visible import visible

DECLARATION = '<?xml version="1.0" encoding="UTF-8"?>'


def to_junit(reports: Iterable[Report], lang: str) -> str:
    """One `testsuite` a submission, one `testcase` a check, as XML text to write as UTF-8.

    A check that could not be carried out is an `error`; one that waits for another check, or for
    a person's marks, is `skipped`.
    """
    root = ET.Element("testsuites", name="neural-kata")
    for report in in_order(reports):
        root.append(_suite(report, lang))
    ET.indent(root)
    return f"{DECLARATION}\n{ET.tostring(root, encoding='unicode')}\n"


def _suite(report: Report, lang: str) -> ET.Element:
    name = f"{visible(report.student)}/{visible(report.assignment)}"
    outcomes = [check.outcome for check in report.checks]
    suite = ET.Element(
        "testsuite",
        name=name,
        tests=str(len(outcomes)),
        failures=str(outcomes.count("failed")),
        errors=str(outcomes.count("error")),
        skipped=str(outcomes.count("skipped") + outcomes.count("manual")),
        time=f"{report.seconds:.3f}",
    )
    properties = ET.SubElement(suite, "properties")
    for key, value in (
        ("score", points(report.score)),
        ("max_score", points(report.max_score)),
        ("manual_points", points(report.manual_points)),
        ("sandboxed", "true" if report.sandboxed else "false"),
    ):
        ET.SubElement(properties, "property", name=key, value=value)
    suite.extend(_case(check, name, lang) for check in report.checks)
    return suite


def _case(check: CheckResult, suite: str, lang: str) -> ET.Element:
    case = ET.Element("testcase", name=visible(check.name), classname=suite)
    if check.seconds:  # unknown in what was read back from grades.json
        case.set("time", f"{check.seconds:.3f}")
    tag = {"failed": "failure", "error": "error", "skipped": "skipped", "manual": "skipped"}
    if check.outcome in tag:
        message = check.message[lang] or words.OUTCOMES[check.outcome][lang]
        detail = ET.SubElement(case, tag[check.outcome], message=visible(message))
        if check.outcome in ("failed", "error"):
            detail.set("type", check.outcome)
            detail.text = visible(f"{check.title[lang]}\n{message}", keep="\n")
    return case
