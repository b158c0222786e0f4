import pytest

ROWS = [("00:01:58", "14:05:23"), ("00:04:47", "14:08:12"), ("00:08:49", "14:12:14"), ("00:08:52", "14:12:17")]


def table(rows, day="2019-07-22"):
    line = "T+[{0}=PT{1}M{2}S]  Step  [{3}={4}T{3}+00:00]"
    lines = [line.format(count, int(count[3:5]), int(count[6:]), clock, day) for count, clock in rows]
    return "Elapsed   Step   UTC\n" + "\n".join(lines)


@pytest.mark.parametrize("day", ["2019-07-22", "XXXX-XX-XX"])
def test_a_row_whose_clock_and_elapsed_time_part_is_found(judge, day):
    assert judge(table(ROWS, day)) == []
    (finding,) = judge(table([ROWS[0], ("00:04:47", "14:08:14"), *ROWS[2:]], day))
    assert (finding.check, finding.severity) == ("count", "warning")
    assert finding.message.startswith("“14:08:14” is 2 s later than “00:04:47” leads to")


def test_rows_that_agree_on_nothing_are_left_alone(judge):
    rows = [("00:01:58", "14:05:23"), ("00:04:47", "14:18:14"), ("00:08:49", "14:32:14"), ("00:08:52", "15:12:17")]
    assert judge(table(rows)) == []
    assert judge(table(ROWS[:2])) == []
