package az.qalxan.cooperation.paper;

import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A paper for which no template is agreed between states. */
public sealed interface Letter extends PaperForm {

    Correspondence correspondence();

    @Override
    default PaperHead head() {
        return correspondence().head();
    }

    /**
     * Who writes to whom about what.
     *
     * @param theirReference the reference of the one written to; may be empty
     * @param subject which request it is about, in words
     */
    record Correspondence(
            PaperHead head, Office from, Office to, String theirReference, String subject) {}

    /** A term that runs: its name, the clause it rests on, and when it ends there. */
    record Term(String name, String clause, ZonedDateTime end) {}

    /** A file that goes with the paper. */
    record Enclosure(String name, long bytes, @PaperText.Sha256 String sha256) {}

    /**
     * That a request has come.
     *
     * @param channel how it came
     * @param competent who handles it
     * @param terms the terms that run since
     * @param missing what the request lacks; left open when it is complete
     * @param duty how to reach the duty officer
     */
    record Acknowledgement(
            Correspondence correspondence,
            ZonedDateTime received,
            String channel,
            String competent,
            List<Term> terms,
            String missing,
            String duty)
            implements Letter {

        public Acknowledgement {
            terms = List.copyOf(terms);
        }
    }

    /** What became of a request, in free words. */
    record Answer(
            Correspondence correspondence, String outcome, String text, List<Enclosure> enclosures)
            implements Letter {

        public Answer {
            enclosures = List.copyOf(enclosures);
        }
    }

    /**
     * That a request is not, or not wholly, granted.
     *
     * @param clause the clause that allows the refusal
     * @param reasons why it applies here
     * @param granted what is granted all the same
     * @param remedy what the requester can do: supplement, consult, ask elsewhere
     */
    record Refusal(
            Correspondence correspondence,
            String ground,
            String clause,
            String reasons,
            String granted,
            String remedy)
            implements Letter {}

    /**
     * That a preservation goes on, or the wish that it does.
     *
     * @param asked whether the writer asks for it; otherwise the writer has extended it
     * @param until the new last day; null when it goes on until a decision
     */
    record Extension(
            Correspondence correspondence,
            boolean asked,
            String clause,
            @Nullable LocalDate until,
            String reason)
            implements Letter {}

    /**
     * Data handed over.
     *
     * @param limits what the receiver may not do with them
     * @param custody who took them, how they were kept and sealed
     */
    record Disclosure(
            Correspondence correspondence,
            String data,
            List<Enclosure> enclosures,
            String limits,
            String custody)
            implements Letter {

        public Disclosure {
            enclosures = List.copyOf(enclosures);
        }
    }

    /**
     * A request because somebody's life or safety is at stake.
     *
     * @param danger what threatens
     * @param persons whom, as far as known
     * @param data what is needed
     * @param provider who holds it
     * @param needed until when it still helps
     * @param link why the data avert the danger
     */
    record Emergency(
            Correspondence correspondence,
            String danger,
            String persons,
            String data,
            String provider,
            ZonedDateTime needed,
            String link)
            implements Letter {}

    /**
     * A request handed on to the body that is competent.
     *
     * @param origin from whom it came, with their reference
     * @param received when it came
     * @param clause what the competence rests on
     * @param terms the terms that run already
     */
    record Forwarding(
            Correspondence correspondence,
            String origin,
            ZonedDateTime received,
            String clause,
            String reason,
            List<Term> terms,
            List<Enclosure> enclosures)
            implements Letter {

        public Forwarding {
            terms = List.copyOf(terms);
            enclosures = List.copyOf(enclosures);
        }
    }
}
