"""What one professional or service owes may be dropped together."""

from console.desk import clusters, triage
from console.desk.feedback import lines
from console.domain.cluster import ClusterKind
from console.domain.decision import Act, Verb
from console.domain.feedback import LineState, Owing


def test_answers_that_one_owes_go_together(console, chat, officer, opened):
    mine = [opened(chat, owing=officer, what=what, state=LineState.TO_ASK) for what in ("Lantaarn", "Tegel")]
    opened(chat, what="Vuil", state=LineState.TO_ASK)  # of the municipality
    (cluster,) = clusters.clusters(console, mine[0].item_id)
    assert (cluster.kind, cluster.items) == (ClusterKind.OWNER, (mine[0].item_id, mine[1].item_id))
    triage.decide_all(console, cluster.items, Act(Verb.LAPSE, reason_code="no_answer"), seen=cluster.seen)
    assert {line.what for line in lines.lines(console, states={LineState.LAPSED})} == {"Lantaarn", "Tegel"}


def test_a_service_is_one_in_any_letters_and_nobody_owes_nothing_together(console, chat, opened):
    one = opened(chat, owing=Owing(service="Gemeente"), state=LineState.TO_ASK)
    opened(chat, owing=Owing(service="gemeente"), state=LineState.TO_ASK)
    nobody = [opened(chat, owing=Owing(), state=LineState.TO_ASK) for _ in range(2)]
    assert len(clusters.clusters(console, one.item_id)[0].items) == 2
    assert clusters.clusters(console, nobody[0].item_id) == ()
