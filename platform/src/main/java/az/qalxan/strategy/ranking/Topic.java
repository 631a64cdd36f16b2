package az.qalxan.strategy.ranking;

import az.qalxan.jurisdiction.Words;

/**
 * What questions of several rankings have in common.
 *
 * @param asks what must be there, and what proves it
 */
record Topic(String id, Words title, Words asks) {}
