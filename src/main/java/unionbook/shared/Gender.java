package unionbook.shared;

/** The gender as recorded; a draft without one does not become a member. */
public enum Gender {

	/** Nam. */
	MALE,
	/** Nữ. */
	FEMALE

}
