package az.qalxan.access;

import az.qalxan.web.Language;
import az.qalxan.web.Text;
import az.qalxan.web.Texts;
import az.qalxan.web.Viewer;
import az.qalxan.web.ViewerSource;
import java.util.stream.Collectors;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Tells the page frame who looks at the page. */
@Component
final class FrameViewer implements ViewerSource {

    private final CurrentCaller current;
    private final AccessPolicy policy;
    private final Texts texts;
    private final ObjectProvider<BodyNames> bodies;

    FrameViewer(
            CurrentCaller current,
            AccessPolicy policy,
            Texts texts,
            ObjectProvider<BodyNames> bodies) {
        this.current = current;
        this.policy = policy;
        this.texts = texts;
        this.bodies = bodies;
    }

    @Override
    public Viewer viewer(Language language) {
        return current.get()
                .map(caller ->
                        new Viewer(
                                caller.name(),
                                standing(caller, language),
                                right -> policy.permits(caller, Right.parse(right))))
                .orElse(Viewer.VISITOR);
    }

    String body(BodyCode body, Language language) {
        return bodies.getIfAvailable(() -> BodyNames.NONE).acronym(body, language);
    }

    private String standing(Caller caller, Language language) {
        Text text = texts.in(language);
        String roles =
                caller.roles().stream()
                        .sorted()
                        .map(role -> text.of("role." + role.code()))
                        .collect(Collectors.joining(", "));
        return body(caller.body(), language) + " · " + roles;
    }
}
