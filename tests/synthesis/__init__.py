"""Tests of synthesis through its public door."""
