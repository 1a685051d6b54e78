package unionbook.committee;

import java.util.UUID;

/**
 * Somebody who is to sit in a body.
 *
 * @param member the member
 * @param role as what
 * @param kind how the person comes in
 */
record NewSeat(UUID member, SeatRole role, SeatKind kind) {
}
