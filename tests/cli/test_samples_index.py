from counterclaim.cli.samples import bundled
from counterclaim.records.edtf import days_of


def test_every_sample_of_the_index_is_there_with_its_day_and_publisher() -> None:
    found = list(bundled())
    assert len(found) >= 12
    assert len({sample.capture.address for sample in found}) == len(found)
    for sample in found:
        assert sample.capture.content
        assert sample.publisher
        days = days_of(sample.published)
        assert days is not None
        assert days.width == 1
