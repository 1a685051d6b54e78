package unionbook.unit;

/**
 * A unit of the trail above a page.
 *
 * @param unit its facts on the day
 * @param reached whether the actor may open its page, and not only read its name
 */
record Superior(UnitRow unit, boolean reached) {
}
