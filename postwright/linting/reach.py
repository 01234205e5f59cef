"""Brief, organisation and the caller's places -> where a posting reaches: the work, remote people, the supervisor."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from postwright.linting.rule import Context
    from postwright.model.brief import Brief, Organisation


@dataclass(frozen=True, slots=True)
class Reach:
    """Where the work of a posting can be done and to whom it reports; place codes as in a brief."""

    located: tuple[str, ...] = ()
    """Where the work is done on site."""
    remote: tuple[str, ...] = ()
    """Where a remote person may live."""
    remote_anywhere: bool = False
    """Remote, and nothing says from where."""
    supervisors: tuple[str, ...] = ()
    """Where this role's supervisor sits."""
    possible_supervisors: tuple[str, ...] = ()
    """Where the organisation has supervisors, when this role's is not known."""
    cities: tuple[tuple[str, str], ...] = ()
    """Cities named for places of `located` or `remote`: (place code, city in lower case)."""
    possible: tuple[str, ...] = ()
    """Where the organisation has employees, when nothing tells where this work is done."""

    @property
    def known(self) -> bool:
        """Whether anything tells where the work can be done."""
        return bool(self.located or self.remote or self.remote_anywhere)


def reach_of(context: Context) -> Reach:
    """Return what brief, organisation and the caller's places say about where the posting reaches."""
    brief, organisation = context.brief, context.organisation
    if brief is not None and (brief.locations or brief.remote_from or brief.reporting_line.place):
        return _with_possible(reach_of_brief(brief, organisation), organisation)
    remote = bool(brief and brief.workplace == "remote")
    reach = Reach(
        located=() if remote else context.places,
        remote=context.places if remote else (),
        remote_anywhere=remote and not context.places,
        possible_supervisors=organisation.supervisors_at if organisation else (),
    )
    return _with_possible(reach, organisation)


def reach_of_brief(brief: Brief, organisation: Organisation | None) -> Reach:
    """Return where the brief's posting reaches; a remote job's locations are where it may be done from."""
    places = tuple(dict.fromkeys(location.place for location in brief.locations))
    supervisor = brief.reporting_line.place
    others = organisation.supervisors_at if organisation and not supervisor else ()
    is_remote = brief.workplace == "remote"
    remote = brief.remote_from or (places if is_remote else ())
    return Reach(
        located=() if is_remote else places,
        remote=tuple(remote),
        remote_anywhere=is_remote and not remote,
        supervisors=(supervisor,) if supervisor else (),
        possible_supervisors=tuple(others),
        cities=tuple((location.place, location.city.lower()) for location in brief.locations if location.city),
    )


def _with_possible(reach: Reach, organisation: Organisation | None) -> Reach:
    """Return the reach with the organisation's places, where the posting's own are not known."""
    if reach.known or organisation is None:
        return reach
    return Reach(
        supervisors=reach.supervisors,
        possible_supervisors=reach.possible_supervisors,
        possible=tuple(row.place for row in organisation.headcount if row.employees),
    )
