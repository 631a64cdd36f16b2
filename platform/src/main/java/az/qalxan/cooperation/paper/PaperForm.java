package az.qalxan.cooperation.paper;

/**
 * What a paper says, as data: its components stand in the order in which the paper prints them. An
 * empty text is a field that was left open; it prints as a dash.
 */
public sealed interface PaperForm permits PreservationForm, Article31Form, Letter {

    PaperHead head();
}
