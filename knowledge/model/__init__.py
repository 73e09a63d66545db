"""Every noun: stories, answers, alerts. Values only, nothing that acts."""
