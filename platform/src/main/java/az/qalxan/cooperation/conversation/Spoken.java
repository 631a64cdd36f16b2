package az.qalxan.cooperation.conversation;

import java.util.UUID;

/**
 * A word, and of which request it speaks.
 *
 * @param reference the request's id at whoever asked
 * @param number of the request at whoever speaks; empty when it has none there
 */
record Spoken(UUID reference, String number, Word word) {}
