package az.qalxan.engines.language;

import az.qalxan.engines.language.Suffix.Attachment;
import az.qalxan.engines.language.Suffix.Trust;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** The suffixes of Azerbaijani and their order, indexed by state and last two letters. */
final class Morphotactics {

    private static final int LETTERS = 26;

    private static final Morphotactics AZERBAIJANI = azerbaijani();

    private final List<List<Suffix>> byState = new ArrayList<>();
    private final Suffix[][][] table = new Suffix[State.values().length][LETTERS * LETTERS][];

    private Morphotactics() {
        for (int state = 0; state < table.length; state++) {
            byState.add(new ArrayList<>());
        }
    }

    /**
     * The suffixes that a word in the given state can end with, longest first.
     *
     * @param secondLast the letter before the last one
     */
    static Suffix[] ending(State state, char secondLast, char last) {
        return AZERBAIJANI.table[state.ordinal()][(secondLast - 'a') * LETTERS + last - 'a'];
    }

    private static Morphotactics azerbaijani() {
        Morphotactics suffixes = new Morphotactics();
        suffixes.addCases();
        suffixes.addOwners();
        suffixes.addVerbNouns();
        suffixes.addPredicates();
        suffixes.addPersons();
        suffixes.addTenses();
        suffixes.addNegatedPasts();
        suffixes.addMoods();
        suffixes.addVerbStems();
        suffixes.freeze();
        return suffixes;
    }

    private void addCases() {
        add(State.CASE, State.POSSESSIVE, new Trust(4, false), "V:nIn C:In V:nI C:I V:yA C:A");
        add(State.CASE, State.POSSESSIVE, new Trust(3, false), "dA dAn");
        add(State.CASE, State.POSSESSIVE, new Trust(4, false), "C:lA V:ylA");
        add(State.CASE, State.POSSESSIVE, Trust.NONE, "nAn C:AdAk V:yAdAk C:AcAn V:yAcAn");
        add(State.CASE, State.OWNED, new Trust(3, false), "V:nA V:ndA V:ndAn");
        add(State.CASE, State.OWNED, Trust.NONE, "V:nAdAk V:nAcAn V:ncA");
        add(State.NOUN, State.POSSESSIVE, new Trust(3, false), "dAkI");
        add(State.NOUN, State.OWNED, new Trust(3, false), "V:ndAkI");
        add(State.NOUN, State.NOUN, Trust.NONE, "C:kI");
    }

    private void addOwners() {
        add(State.POSSESSIVE, State.PLURAL, new Trust(5, false), "C:Im V:m C:In V:n");
        add(State.POSSESSIVE, State.PLURAL, new Trust(4, false), "C:I V:sI");
        add(State.POSSESSIVE, State.PLURAL, new Trust(3, false), "C:ImIz V:mIz C:InIz V:nIz");
        add(State.OWNED, State.PLURAL, new Trust(4, false), "C:I V:sI");
        add(State.PLURAL, State.NOUN, new Trust(3, false), "lAr");
    }

    private void addVerbNouns() {
        add(State.NOUN, State.VERB, new Trust(3, false), "mAQ mAG");
        add(State.NOUN, State.VERB, new Trust(4, true), "mA");
        add(State.NOUN, State.VERB, new Trust(5, false), "C:An");
        add(State.NOUN, State.VERB, new Trust(4, false), "V:yAn");
        add(State.NOUN, State.VERB, new Trust(3, false), "dIQ dIG");
        add(State.NOUN, State.VERB, Trust.NONE, "C:Im");
        add(State.NOUN, State.VERB, new Trust(3, false), "C:AcAQ V:yAcAQ C:AcAG V:yAcAG");
        add(State.NOUN, State.VERB, new Trust(4, true), "mIs");
        add(State.NOUN, State.VOICE, Trust.NONE, "mAz");
    }

    private void addPredicates() {
        add(State.WORD, State.CASE, new Trust(3, false), "dIr dIrlAr");
        add(State.PREDICATE, State.CASE, Trust.NONE, "C:dI V:ydI C:dIlAr V:ydIlAr C:sA V:ysA");
        add(State.PREDICATE, State.CASE, Trust.NONE, "C:Am V:yAm sAn V:yIQ sInIz V:ymIs C:mIs");
        add(State.PREDICATE, State.CASE, Trust.NONE, "C:dIm V:ydIm dIrsA dIrmI");
        add(State.WORD, State.FINITE, new Trust(4, true), "mI");
    }

    private void addPersons() {
        add(State.FINITE, State.TENSE, new Trust(4, false), "sAn sInIz sIz lAr");
        add(State.FINITE, State.TENSE, new Trust(4, false), "C:Am V:yAm C:IQ V:yIQ");
        add(State.FINITE, State.TENSE, new Trust(3, false), "dIr dIrlAr dIlAr");
        add(State.FINITE, State.BEFORE_PAST, new Trust(4, true), "dI dIn sA sAn sAQ");
        add(State.FINITE, State.BEFORE_PAST, new Trust(4, false), "dIm dIQ sAm");
        add(State.FINITE, State.BEFORE_PAST, new Trust(4, false), "dInIz dIlAr sAnIz sAlAr");
        add(State.FINITE, State.TENSE, Trust.NONE, "V:ydI V:ydIm V:ydIn V:ydIQ V:ydInIz V:ydIlAr");
        add(State.FINITE, State.TENSE, Trust.NONE, "V:ysA yken ken");
    }

    private void addTenses() {
        add(State.TENSE, State.VERB, new Trust(4, true), "mIs");
        add(State.TENSE, State.VERB, new Trust(3, false), "C:Ib");
        add(State.TENSE, State.VERB, new Trust(5, false), "C:Ir");
        add(State.TENSE, State.VERB, new Trust(4, false), "V:yIb V:yIr");
        add(State.TENSE, State.TENSE, Trust.NONE, "mIs");
        add(State.TENSE, State.VOICE, new Trust(4, false), "mIr");
        add(State.TENSE, State.VOICE, new Trust(4, true), "mAz mAr");
        add(State.TENSE, State.VOICE, new Trust(3, false), "mAyIb mAyIr mAyAcAQ mAyAcAG mAmIs");
        add(State.TENSE, State.VERB, new Trust(4, false), "C:AcAQ V:yAcAQ C:AcAG V:yAcAG");
        add(State.TENSE, State.VERB, new Trust(4, false), "mAlI mAQdA");
        add(State.TENSE, State.VERB, Trust.NONE, "C:Ar V:yAr C:AsI V:yAsI");
    }

    /** The negation makes these endings long enough to be safe on any verb. */
    private void addNegatedPasts() {
        Trust trust = new Trust(3, false);
        add(State.FINITE, State.VOICE, trust, "mAdI mAdIm mAdIn mAdIQ mAdInIz mAdIlAr");
        add(State.FINITE, State.VOICE, trust, "mAsIn mAsInlAr mAsA mAsAm");
        add(State.NOUN, State.VOICE, trust, "mAyAn mAdIQ mAdIG");
    }

    private void addMoods() {
        add(State.FINITE, State.VERB, Trust.NONE, "C:In V:yIn C:InIz V:yInIz C:Im V:yIm");
        add(State.FINITE, State.VERB, Trust.NONE, "C:AQ V:yAQ C:A V:yA C:Am V:yAm C:AsAn V:yAsAn");
        add(State.FINITE, State.VERB, new Trust(4, true), "sIn sInlAr");
        add(State.FINITE, State.VERB, new Trust(4, true), "C:IncA V:yIncA dIQcA");
        add(State.FINITE, State.VERB, new Trust(5, false), "C:ArAQ V:yArAQ");
        add(State.FINITE, State.VERB, Trust.NONE, "C:AlI V:yAlI C:AndAk C:Arken V:yArken");
        add(State.FINITE, State.VOICE, Trust.NONE, "mAdAn");
    }

    private void addVerbStems() {
        add(State.VERB, State.VOICE, new Trust(4, true), "mA");
        add(State.VOICE, State.VERB_ROOT, new Trust(3, false), "C:Il");
        add(State.VOICE, State.VERB_ROOT, new Trust(4, false), "V:nIl");
        add(State.VOICE, State.VERB_ROOT, new Trust(4, true), "V:n");
        add(State.VOICE, State.VERB_ROOT, Trust.NONE, "V:yIl C:In");
    }

    private void add(State state, State before, Trust trust, String templates) {
        for (String marked : templates.split(" ", -1)) {
            Attachment attachment = attachment(marked);
            String template = marked.substring(marked.indexOf(':') + 1);
            for (String spelling : SuffixTemplate.spellings(template)) {
                boolean soft = template.endsWith("G");
                byState.get(state.ordinal())
                        .add(
                                new Suffix(
                                        spelling,
                                        attachment,
                                        vowel(spelling),
                                        soft,
                                        before,
                                        trust));
            }
        }
    }

    private void freeze() {
        Comparator<Suffix> longestFirst =
                Comparator.comparingInt((Suffix suffix) -> suffix.letters().length()).reversed();
        for (int state = 0; state < table.length; state++) {
            List<Suffix> suffixes = byState.get(state);
            suffixes.sort(longestFirst);
            for (int pair = 0; pair < table[state].length; pair++) {
                table[state][pair] = endingInPair(suffixes, pair);
            }
        }
    }

    private static Suffix[] endingInPair(List<Suffix> suffixes, int pair) {
        String letters = "" + (char) ('a' + pair / LETTERS) + (char) ('a' + pair % LETTERS);
        return suffixes.stream()
                .filter(suffix -> letters.endsWith(lastTwo(suffix.letters())))
                .toArray(Suffix[]::new);
    }

    private static String lastTwo(String letters) {
        return letters.substring(Math.max(0, letters.length() - 2));
    }

    private static Attachment attachment(String marked) {
        if (marked.startsWith("V:")) {
            return Attachment.VOWEL;
        }
        return marked.startsWith("C:") ? Attachment.CONSONANT : Attachment.ANY;
    }

    private static char vowel(String spelling) {
        for (char letter : spelling.toCharArray()) {
            if (Letters.isVowel(letter)) {
                return letter;
            }
        }
        return 0;
    }
}
