"""What Drawleaf costs: time, memory, weight. Started by bin/bench."""
