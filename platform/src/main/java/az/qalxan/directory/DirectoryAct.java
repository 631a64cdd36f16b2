package az.qalxan.directory;

import az.qalxan.audit.AuditedAct;

/** The audited acts of this module. */
enum DirectoryAct implements AuditedAct {
    LOADED("directory.pack.loaded", "New organisations were taken over from the country pack."),
    INTRODUCED("directory.organisation.introduced", "An organisation was added to the directory."),
    PEOPLE_VIEWED("directory.people.viewed", "The people of an organisation's posts were shown."),
    EXPORTED("directory.list.exported", "The list of organisations was exported."),
    RENAMED("directory.name.entered", "An organisation is called otherwise from a day on."),
    NAME_WITHDRAWN("directory.name.withdrawn", "A name that was entered wrongly was withdrawn."),
    DISSOLVED("directory.organisation.dissolved", "An organisation is no more from a day on."),
    DISSOLUTION_WITHDRAWN(
            "directory.dissolution.withdrawn", "The end of an organisation was withdrawn."),
    POST_ADDED("directory.post.added", "A post was added to an organisation."),
    POST_REWORDED("directory.post.reworded", "A post or its duty was called differently."),
    POST_ENDED("directory.post.ended", "A post was ended."),
    PERSON_NAMED("directory.person.named", "A person was named for a post."),
    PERSON_ENDED("directory.person.ended", "A person left a post."),
    CHANNEL_ADDED("directory.channel.added", "A channel was added to an organisation."),
    CHANNEL_CHANGED("directory.channel.changed", "A channel got a new address or new hours."),
    CHANNEL_CHECKED("directory.channel.checked", "Somebody tried a channel and said how it went."),
    CHANNEL_ENDED("directory.channel.ended", "A channel was ended.");

    private final String code;
    private final String meaning;

    DirectoryAct(String code, String meaning) {
        this.code = code;
        this.meaning = meaning;
    }

    @Override
    public String code() {
        return code;
    }

    @Override
    public String meaning() {
        return meaning;
    }
}
