package az.qalxan.series;

import java.util.List;

/**
 * A series as the caller may see it: what could be found from the reports that the caller may read,
 * and nothing else.
 *
 * @param members the reports, oldest first; at most {@link SeriesDesk#MEMBERS_MAX}, the newest then
 * @param links what holds the series together, strongest first: enough links that every member is
 *     reached, between members alone
 * @param hubs common identifiers that stand in members and link nothing
 * @param totals of the members
 * @param whole false when there are more reports than were looked at
 */
public record SeriesView(
        SeriesNumber number,
        List<SeriesMember> members,
        List<SeriesLink> links,
        List<SeriesHub> hubs,
        SeriesTotals totals,
        boolean whole) {

    public SeriesView {
        members = List.copyOf(members);
        links = List.copyOf(links);
        hubs = List.copyOf(hubs);
    }
}
