failure-broke = Something broke on my side, and it's none of your doing. Please ask again in a minute.
