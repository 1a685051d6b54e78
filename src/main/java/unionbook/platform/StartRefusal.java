package unionbook.platform;

/** UnionBook does not start, and says in one line why and what to do. */
public class StartRefusal extends IllegalStateException {

	private static final long serialVersionUID = 1L;

	/**
	 * A refusal.
	 * @param reason why, and what to do about it
	 */
	public StartRefusal(String reason) {
		super("UnionBook does not start: " + reason);
	}

}
