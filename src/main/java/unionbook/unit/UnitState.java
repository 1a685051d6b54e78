package unionbook.unit;

/**
 * What a form on a unit starts from.
 *
 * @param unit its facts on the day
 * @param version the number that tells a later change
 * @param latest whether no other facts follow, so that a decision can change them
 */
record UnitState(UnitRow unit, int version, boolean latest) {
}
