package az.qalxan.engines.synthesis;

import java.time.LocalDate;

/** Renders phrases of the grammar as one witness would write them. */
final class Storyteller {

    /** How closely a victim's words follow the script that the ring gave. */
    private static final double SCRIPT_FIDELITY = 0.75;

    private final Grammar grammar;
    private final Witness witness;
    private final Statement statement;
    private final TypedText text;

    Storyteller(Grammar grammar, Witness witness, Statement statement, Typists typists) {
        this.grammar = grammar;
        this.witness = witness;
        this.statement = statement;
        Dice dice = witness.dice();
        this.text = new TypedText(Typing.of(witness.tongue(), dice, typists), dice);
    }

    TypedText text() {
        return text;
    }

    /** One alternative of a rule that belongs to the crime: a ring's victims tell it alike. */
    void tellScripted(String rule) {
        text.space();
        write(grammar.rule(rule));
    }

    /** One alternative of a rule that belongs to the teller. */
    void tellOwn(String rule) {
        text.space();
        Phrase.Choice choice = grammar.rule(rule);
        write(choice.options().get(witness.dice().below(choice.options().size())));
    }

    private void write(Phrase phrase) {
        switch (phrase) {
            case Phrase.Words words -> text.words(words.text());
            case Phrase.Mention mention -> statement.mention(mention.kind(), text);
            case Phrase.HubMention mention -> statement.mention(mention.hub(), text);
            case Phrase.Fact fact -> write(fact.slot());
            case Phrase.Choice choice -> write(picked(choice));
            case Phrase.Sequence sequence -> {
                for (Phrase part : sequence.parts()) {
                    write(part);
                }
            }
        }
    }

    private Phrase picked(Phrase.Choice choice) {
        int count = choice.options().size();
        boolean scripted = witness.script() != 0 && witness.dice().chance(SCRIPT_FIDELITY);
        int place =
                scripted
                        ? (int) Math.floorMod(Dice.mix(witness.script() ^ choice.number()), count)
                        : witness.dice().below(count);
        return choice.options().get(place);
    }

    private void write(Phrase.Slot slot) {
        switch (slot) {
            case AMOUNT -> text.exact(witness.money().written(witness.tongue(), witness.dice()));
            case BANK -> text.words(witness.bank().name(witness.tongue()));
            case CLOCK -> text.exact(clock());
            case DATE -> text.exact(date());
            case WHEN -> write(grammar.rule(when()));
            case OWN -> statement.mentionOwnPhone(text);
        }
    }

    private String when() {
        long days = witness.daysAgo();
        if (days < 1) {
            return "when-today";
        }
        if (days < 2) {
            return "when-yesterday";
        }
        return days < 7 ? "when-days" : "when-date";
    }

    private String clock() {
        int second = BakuTime.secondOfDay(witness.incident().happenedAt());
        int minute = second / 60 % 60;
        // People round to five minutes.
        int shown = witness.dice().chance(0.6) ? minute / 5 * 5 : minute;
        return second / BakuTime.HOUR_SECONDS + ":" + Digits.padded(shown, 2);
    }

    private String date() {
        LocalDate date = LocalDate.ofEpochDay(BakuTime.epochDay(witness.incident().happenedAt()));
        return Digits.padded(date.getDayOfMonth(), 2)
                + "."
                + Digits.padded(date.getMonthValue(), 2)
                + "."
                + date.getYear();
    }
}
