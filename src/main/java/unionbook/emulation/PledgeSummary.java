package unionbook.emulation;

import org.jspecify.annotations.Nullable;

/**
 * Where the pledges of a year stand below a unit.
 *
 * @param year the year
 * @param signed grassroots unions whose pledge is signed
 * @param drafts grassroots unions whose pledge is a draft
 * @param units all grassroots unions
 * @param ministryStatus the status of the whole ministry's pledge, a code of the list
 * pledge_status, or null without one or out of reach
 */
public record PledgeSummary(int year, int signed, int drafts, int units, @Nullable String ministryStatus) {
}
