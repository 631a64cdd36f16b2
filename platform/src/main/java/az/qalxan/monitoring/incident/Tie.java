package az.qalxan.monitoring.incident;

import java.util.UUID;

/** That an alert speaks of an entity. */
record Tie(UUID alert, String kind, String value) {}
