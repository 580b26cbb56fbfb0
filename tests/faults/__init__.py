"""Builds that are killed, run out of disk, or meet a disk that fails."""
