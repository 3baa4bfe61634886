"""A broker can be made in any folder, whatever the folder is called."""

from pathlib import Path

from deploy.broker.local_kafka import cluster_id


def test_no_folder_gives_an_id_that_the_tool_takes_for_an_option() -> None:
    ids = [cluster_id(Path(f"/folder/{n}")) for n in range(500)]
    assert [each for each in ids if each.startswith("-")] == []
    assert {len(each) for each in ids} == {22}
    assert len(set(ids)) == 500
