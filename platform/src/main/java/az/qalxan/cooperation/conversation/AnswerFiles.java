package az.qalxan.cooperation.conversation;

import az.qalxan.transmission.Attached;
import java.util.List;

/** The files that go with the answer that is being given in this piece of work. */
final class AnswerFiles {

    private static final ScopedValue<List<Attached>> FILES = ScopedValue.newInstance();

    private AnswerFiles() {}

    static void with(List<Attached> files, Runnable work) {
        ScopedValue.where(FILES, List.copyOf(files)).run(work);
    }

    static List<Attached> files() {
        return FILES.isBound() ? FILES.get() : List.of();
    }
}
