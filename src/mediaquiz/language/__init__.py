"""What rules and questions need to know of English and Korean: verbs and their forms, clauses, particles."""
