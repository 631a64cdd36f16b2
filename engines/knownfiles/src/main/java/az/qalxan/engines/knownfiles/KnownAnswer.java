package az.qalxan.engines.knownfiles;

import java.util.List;

/**
 * Whether a file is known. Only {@link Known} gives out a {@link Hiding}, so no code can put a file
 * out of sight because a filter says "perhaps": a false hit would suppress evidence.
 */
public sealed interface KnownAnswer {

    /**
     * It stands in exact sets.
     *
     * @param in at least one
     */
    record Known(FileHash hash, List<KnownOrigin> in) implements KnownAnswer {

        /** Copies the list and checks that it names a set. */
        public Known {
            in = List.copyOf(in);
            if (in.isEmpty()) {
                throw new IllegalArgumentException("a known file stands in some set");
            }
        }

        /** What is needed to fold it away from a list, with the reason to show. */
        public Hiding hiding() {
            return new Hiding(this);
        }
    }

    /**
     * Only filters have it, and they are wrong now and then.
     *
     * @param in the filters, at least one
     * @param falseHits how often all these filters together have a file that was never put in
     */
    record PerhapsKnown(FileHash hash, List<String> in, double falseHits) implements KnownAnswer {

        /** Copies the list. */
        public PerhapsKnown {
            in = List.copyOf(in);
        }
    }

    /** Nothing here has it. That says nothing about the file. */
    record Unknown(FileHash hash) implements KnownAnswer {}

    FileHash hash();

    /** The right to fold a file away from a list; never to delete it or to leave it unread. */
    final class Hiding {

        private final Known because;

        private Hiding(Known because) {
            this.because = because;
        }

        /** Why. */
        public Known because() {
            return because;
        }
    }
}
