"""The first twenty minutes: few presses, one page."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.journeys.counselor import Counselor
from tests.journeys.test_first_session import paper
from tests.playing import browser, served

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = [pytest.mark.browser, pytest.mark.needs("pdftotext"), pytest.mark.timeout(300)]
