package az.qalxan.jurisdiction;

import java.util.List;

/**
 * A kind of cybercrime as citizens name it.
 *
 * @param group the code of the first question's answer that leads to it
 * @param defaultBody the code of the body that triages it first
 * @param sensitive whether opening such a report asks for a purpose
 * @param advice ids of urgent advice
 * @param offences articles of the criminal code that may apply
 */
public record Category(
        String code,
        String group,
        Words title,
        Words hint,
        String defaultBody,
        boolean sensitive,
        List<String> advice,
        List<OffenceHint> offences) {

    public Category {
        advice = List.copyOf(advice);
        offences = List.copyOf(offences);
    }
}
