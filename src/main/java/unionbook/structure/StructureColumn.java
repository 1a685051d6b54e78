package unionbook.structure;

/** A column of the layout in which the tree of a union is written and read. */
enum StructureColumn {

	CODE, NAME, KIND, PARENT, HOST_KIND, HOST_NAME, FUNDING, BLOCK;

	/** The message key of its heading. */
	String key() {
		return "structure.column." + name();
	}

	/** The code list its cells are words of, or empty for free text. */
	String list() {
		return switch (this) {
			case KIND -> "unit_kind";
			case HOST_KIND -> "host_kind";
			case FUNDING -> "funding_type";
			case CODE, NAME, PARENT, HOST_NAME, BLOCK -> "";
		};
	}

	/** Whether a sheet without it is none of this layout. */
	boolean required() {
		return this == CODE || this == NAME || this == KIND || this == PARENT;
	}

}
