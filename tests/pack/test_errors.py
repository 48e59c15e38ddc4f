from __future__ import annotations

import pickle

from desktop.pack.errors import PackError, PackErrors

FAULT = PackError("a.json", "line 3", "A comma is expected.", "Add it.")


def test_a_fault_is_one_line_with_file_place_expectation_and_remedy() -> None:
    assert str(FAULT) == "a.json, line 3: A comma is expected. Add it."


def test_a_fault_of_the_whole_file_names_no_place() -> None:
    assert str(PackError("a.json", "", "It is empty.", "")) == "a.json: It is empty."


def test_faults_take_one_line_each() -> None:
    assert str(PackErrors((FAULT, FAULT))).splitlines() == [str(FAULT)] * 2


def test_a_flood_of_faults_is_shortened_on_screen_only() -> None:
    errors = PackErrors((FAULT,) * 1000)
    assert len(errors.errors) == 1000
    assert str(errors).endswith("… and 950 more.")


def test_faults_travel_between_processes() -> None:
    errors = pickle.loads(pickle.dumps(PackErrors((FAULT,))))  # noqa: S301
    assert str(errors) == str(FAULT)
    assert {FAULT: 1}[FAULT] == 1
