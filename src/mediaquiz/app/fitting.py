"""The fitter of the extra ``optimize``: a compiled library without dependencies of its own."""

from collections.abc import Sequence
from itertools import pairwise

from mediaquiz.errors import MediaquizError
from mediaquiz.measure.optimize import Case, Parameters
from mediaquiz.schedule.settings import DEFAULT_PARAMETERS


def fitted(cases: Sequence[Case]) -> Parameters:
    """The parameters that foretell the cases best, newer ones weighing more; the same cases give the same.

    Raises MediaquizError without the extra.
    """
    try:
        from fsrs_rs_python import FSRS, FSRSItem, FSRSReview
    except ImportError:
        raise MediaquizError(
            "fitting parameters needs an extra package", hint="Install it: pip install 'mediaquiz[optimize]'"
        ) from None
    if any(after.at < before.at for before, after in pairwise(cases)):
        raise ValueError("cases must be in order of time: the library takes the last ones for the newest")
    items = [FSRSItem([FSRSReview(rating, days) for rating, days in case.reviews]) for case in cases]
    found = tuple(FSRS(list(DEFAULT_PARAMETERS)).compute_parameters(items))
    return found if len(found) == len(DEFAULT_PARAMETERS) else DEFAULT_PARAMETERS
