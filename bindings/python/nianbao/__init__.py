"""Annual reports on government information disclosure (政府信息公开工作年度报告): read one, or many as a pandas table."""
from .library import STATUSES, Error, version
from .panel import panel
from .report import Cell, Finding, Report, read

__all__ = ["Cell", "Error", "Finding", "Report", "STATUSES", "panel", "read", "version"]
__version__ = version
