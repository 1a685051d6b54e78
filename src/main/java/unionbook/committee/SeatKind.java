package unionbook.committee;

import java.util.List;

/** How somebody came into a body. */
enum SeatKind {

	/** Elected with the body, by the congress or conference. */
	ELECTED,
	/** Elected later to fill a place (bầu bổ sung). */
	BY_ELECTION,
	/** Appointed by the superior or by the committee (chỉ định). */
	APPOINTED;

	/** The ways into a body that already sits. */
	static final List<SeatKind> LATER = List.of(BY_ELECTION, APPOINTED, ELECTED);

}
