package az.qalxan.strategy.meeting;

import az.qalxan.web.Text;

/** Says a topic in one line. */
final class TopicWords {

    private TopicWords() {}

    /** The line in that language; {@code acronym} is of the body that the topic is about. */
    static String heading(Topic topic, String acronym, Text text) {
        String title = Said.in(topic.title(), text.language().code());
        return switch (topic.kind()) {
            case OWN -> title;
            case BODY ->
                    text.of("meeting.heading.body", acronym, text.number(topic.points().size()));
            case DISPUTE -> text.of("meeting.heading.dispute", topic.subject(), title);
            case TASK -> text.of("meeting.heading.task", topic.subject(), title);
            case DECISION -> text.of("meeting.heading.decision", topic.subject(), title);
        };
    }
}
