package az.qalxan.engines.language;

import java.text.Collator;
import java.text.ParseException;
import java.text.RuleBasedCollator;
import java.util.Comparator;
import java.util.Locale;

/**
 * The order of an Azerbaijani dictionary: ç after c, ə after e, ğ after g, x, ı and i after h, q
 * after k, ö after o, ş after s, ü after u. Java has no such order of its own and would put ə and ı
 * after z.
 */
public final class DictionaryOrder {

    private static final String RULES =
            "& c,C < ç,Ç & e,E < ə,Ə & g,G < ğ,Ğ & h,H < x,X < ı,I < i,İ & k,K < q,Q"
                    + " & o,O < ö,Ö & s,S < ş,Ş & u,U < ü,Ü";

    private static final Collator COLLATOR = collator();

    /** Texts that only case tells apart keep a fixed order. */
    public static final Comparator<String> AZERBAIJANI =
            ((Comparator<String>) COLLATOR::compare).thenComparing(Comparator.naturalOrder());

    private DictionaryOrder() {}

    private static Collator collator() {
        RuleBasedCollator root = (RuleBasedCollator) Collator.getInstance(Locale.ROOT);
        try {
            return new RuleBasedCollator(root.getRules() + RULES);
        } catch (ParseException e) {
            throw new IllegalStateException("the rules of the dictionary cannot be read", e);
        }
    }
}
