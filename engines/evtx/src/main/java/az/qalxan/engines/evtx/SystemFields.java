package az.qalxan.engines.evtx;

import org.jspecify.annotations.Nullable;

/** Where a template keeps what every event has under its element System. */
final class SystemFields {

    private static final Content[] NONE = {};

    final Content[] provider;
    final Content[] eventId;
    final Content[] level;
    final Content[] channel;
    final Content[] computer;
    final Content[] user;
    final Content[] created;

    private SystemFields(@Nullable Element system) {
        provider = attribute(system, "Provider", "Name");
        eventId = text(system, "EventID");
        level = text(system, "Level");
        channel = text(system, "Channel");
        computer = text(system, "Computer");
        user = attribute(system, "Security", "UserID");
        created = attribute(system, "TimeCreated", "SystemTime");
    }

    static SystemFields of(Content[] content) {
        return new SystemFields(child(child(content, "Event"), "System"));
    }

    private static Content[] text(@Nullable Element parent, String name) {
        Element child = child(parent, name);
        return child == null ? NONE : child.content;
    }

    private static Content[] attribute(@Nullable Element parent, String name, String attribute) {
        Element child = child(parent, name);
        if (child != null) {
            for (Attribute one : child.attributes) {
                if (one.name.text.equals(attribute)) {
                    return one.value;
                }
            }
        }
        return NONE;
    }

    private static @Nullable Element child(@Nullable Element parent, String name) {
        return parent == null ? null : child(parent.content, name);
    }

    private static @Nullable Element child(Content[] content, String name) {
        for (Content one : content) {
            if (one instanceof Element element && element.name.text.equals(name)) {
                return element;
            }
        }
        return null;
    }
}
