package az.qalxan.engines.detection;

import az.qalxan.engines.detection.format.EventSink;

/** Tells two sinks of every value. */
final class BothSinks implements EventSink {

    private final EventSink first;
    private final EventSink second;
    private boolean firstWants;
    private boolean secondWants;

    BothSinks(EventSink first, EventSink second) {
        this.first = first;
        this.second = second;
    }

    @Override
    public boolean field(byte[] name, int from, int until) {
        firstWants = first.field(name, from, until);
        secondWants = second.field(name, from, until);
        return firstWants || secondWants;
    }

    @Override
    public void text(byte[] bytes, int from, int until) {
        if (firstWants) {
            first.text(bytes, from, until);
        }
        if (secondWants) {
            second.text(bytes, from, until);
        }
    }

    @Override
    public void number(byte[] bytes, int from, int until) {
        if (firstWants) {
            first.number(bytes, from, until);
        }
        if (secondWants) {
            second.number(bytes, from, until);
        }
    }

    @Override
    public void truth(boolean value) {
        if (firstWants) {
            first.truth(value);
        }
        if (secondWants) {
            second.truth(value);
        }
    }

    @Override
    public void nothing() {
        if (firstWants) {
            first.nothing();
        }
        if (secondWants) {
            second.nothing();
        }
    }
}
