package az.qalxan.engines.detection.format;

import az.qalxan.engines.detection.BadEvent;

/** A place in the bytes of an event, from which a reader goes on. */
final class Cursor {

    byte[] bytes = {};
    int at;
    int end;

    void over(byte[] all, int from, int until) {
        bytes = all;
        at = from;
        end = until;
        while (end > at && (bytes[end - 1] == '\r' || bytes[end - 1] == '\n')) {
            end--;
        }
    }

    BadEvent bad(String problem) {
        return new BadEvent(at + 1, problem);
    }

    boolean done() {
        return at >= end;
    }

    boolean is(char c) {
        return at < end && bytes[at] == (byte) c;
    }

    /** Goes behind the character where it stands here. */
    boolean skip(char c) {
        boolean here = is(c);
        at += here ? 1 : 0;
        return here;
    }

    void spaces() {
        while (at < end && (bytes[at] == ' ' || bytes[at] == '\t')) {
            at++;
        }
    }

    boolean starts(byte[] word) {
        return stands(word, at);
    }

    /** Goes behind the word where it stands here. */
    boolean skip(byte[] word) {
        boolean here = starts(word);
        at += here ? word.length : 0;
        return here;
    }

    private boolean stands(byte[] word, int place) {
        if (place + word.length > end) {
            return false;
        }
        for (int i = 0; i < word.length; i++) {
            if (bytes[place + i] != word[i]) {
                return false;
            }
        }
        return true;
    }

    /** Where the word stands next; -1 where it does not. */
    int find(byte[] word) {
        for (int place = at; place + word.length <= end; place++) {
            if (bytes[place] == word[0] && stands(word, place)) {
                return place;
            }
        }
        return -1;
    }

    /** Where the character stands next; the end where it does not. */
    int find(char c) {
        return find(c, end);
    }

    /** Where the character stands next before an index; that index where it does not. */
    int find(char c, int until) {
        int place = at;
        while (place < until && bytes[place] != (byte) c) {
            place++;
        }
        return place;
    }

    /** Goes behind digits and returns how many there were. */
    int digits() {
        int from = at;
        while (at < end && bytes[at] >= '0' && bytes[at] <= '9') {
            at++;
        }
        return at - from;
    }

    /** The number that up to nine digits are. */
    int number(int from, int until) {
        int number = 0;
        for (int i = from; i < Math.min(until, from + 9); i++) {
            number = number * 10 + bytes[i] - '0';
        }
        return number;
    }
}
