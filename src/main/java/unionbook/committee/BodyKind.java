package unionbook.committee;

import java.util.List;

/** The bodies a unit can have, in the order people name them. */
enum BodyKind {

	/** Executive committee (Ban Chấp hành). */
	BCH,
	/** Standing committee (Ban Thường vụ), elected inside the executive committee. */
	BTV,
	/** Inspection committee (Ủy ban Kiểm tra). */
	UBKT,
	/** Women's affairs board (Ban Nữ công quần chúng). */
	BAN_NU_CONG,
	/** People's inspection board (Ban Thanh tra nhân dân), guided by the committee. */
	BTTND,
	/** Leaders of a union group (tổ công đoàn); a unit has many, told apart by name. */
	TO_CONG_DOAN;

	/** What somebody can be in this body, the highest first. */
	public List<SeatRole> roles() {
		return switch (this) {
			case BCH -> List.of(SeatRole.values());
			case TO_CONG_DOAN -> List.of(SeatRole.CHAIR, SeatRole.DEPUTY);
			default -> List.of(SeatRole.CHAIR, SeatRole.DEPUTY, SeatRole.MEMBER);
		};
	}

}
