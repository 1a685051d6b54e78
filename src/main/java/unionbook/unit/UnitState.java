package unionbook.unit;

/**
 * What a form on a unit starts from.
 *
 * @param unit its facts on the day
 * @param version the number that tells a later change
 */
record UnitState(UnitRow unit, int version) {
}
