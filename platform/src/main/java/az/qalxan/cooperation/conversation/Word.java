package az.qalxan.cooperation.conversation;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What one side says about a request; the components are the fields on the wire. */
sealed interface Word {

    /** What a reader sees of it in the list of words. */
    String words();

    /** The fields that must say something. */
    default List<String> required() {
        return List.of();
    }

    /**
     * A request, in the fields of the T-CY forms.
     *
     * @param kind as {@code duty.kind.<kind>} names it
     * @param state of whoever asks, ISO 3166-1 alpha-2
     * @param handling its TLP marking, which binds whoever takes it
     * @param basis the clause that it rests on
     * @param follows the preservation whose data it asks for, by its id at whoever asks
     */
    record Asked(
            String kind,
            boolean emergency,
            String handling,
            String state,
            String authority,
            String zone,
            String person,
            String email,
            String phone,
            String address,
            String basis,
            String offence,
            String facts,
            String data,
            String custodian,
            String necessity,
            @Nullable UUID follows)
            implements Word {

        @Override
        public String words() {
            return data;
        }

        @Override
        public List<String> required() {
            return List.of("kind", "handling", "state", "authority", "data");
        }
    }

    /** That a request has come and is dealt with. */
    record Acknowledged(String authority) implements Word {

        @Override
        public String words() {
            return authority;
        }
    }

    /** That data are held since {@code effect}, by an order of {@code ordered}. */
    record Preserved(Instant ordered, Instant effect) implements Word {

        @Override
        public String words() {
            return "";
        }
    }

    /** The wish that data are held on. */
    record ExtensionAsked(String reason) implements Word {

        @Override
        public String words() {
            return reason;
        }

        @Override
        public List<String> required() {
            return List.of("reason");
        }
    }

    /** That they are held on, by another order. */
    record ExtensionGranted(Instant ordered, String reason) implements Word {

        @Override
        public String words() {
            return reason;
        }
    }

    /** That they are not held on. */
    record ExtensionRefused(String reason) implements Word {

        @Override
        public String words() {
            return reason;
        }

        @Override
        public List<String> required() {
            return List.of("reason");
        }
    }

    /**
     * What was asked for, or a part of it; the data themselves are the files with it.
     *
     * @param conditions that bind whoever uses it; empty for none beyond the law's
     */
    record Answered(boolean complete, String words, String conditions) implements Word {

        @Override
        public List<String> required() {
            return List.of("words");
        }
    }

    /** That the request is refused on that ground. */
    record Refused(String ground, String clause, String reason) implements Word {

        @Override
        public String words() {
            return reason;
        }

        @Override
        public List<String> required() {
            return List.of("ground", "reason");
        }
    }

    /** That preserved data were let go. */
    record Released(String reason) implements Word {

        @Override
        public String words() {
            return reason;
        }

        @Override
        public List<String> required() {
            return List.of("reason");
        }
    }

    /** That whoever asked does not ask any more. */
    record Withdrawn(String reason) implements Word {

        @Override
        public String words() {
            return reason;
        }

        @Override
        public List<String> required() {
            return List.of("reason");
        }
    }

    /** That the file is closed. */
    record Closed(String words) implements Word {}

    /** Words that move nothing. */
    record Remark(String words) implements Word {

        @Override
        public List<String> required() {
            return List.of("words");
        }
    }

    /**
     * That a word of the other side moved nothing, and why.
     *
     * @param about the id of that word
     * @param code message key {@code talk.objection.<code>}
     * @param words what the code alone does not say
     */
    record Objected(UUID about, String code, String words) implements Word {

        @Override
        public List<String> required() {
            return List.of("code");
        }
    }
}
